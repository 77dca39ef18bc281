extension AttributeTable {
    /// One group after another: `>GGGG`, then `EEEE`, VR and keyword run together.
    static let presentation = """
        >0060 3000SQHistogramSequence 3002USHistogramNumberOfBins 3004XSHistogramFirstBinValue
        3006XSHistogramLastBinValue 3008USHistogramBinWidth 3010LOHistogramExplanation 3020ULHistogramData
        >0062 0001CSSegmentationType 0002SQSegmentSequence 0003SQSegmentedPropertyCategoryCodeSequence
        0004USSegmentNumber 0005LOSegmentLabel 0006STSegmentDescription
        0007SQSegmentationAlgorithmIdentificationSequence 0008CSSegmentAlgorithmType 0009LOSegmentAlgorithmName
        000ASQSegmentIdentificationSequence 000BUSReferencedSegmentNumber 000CUSRecommendedDisplayGrayscaleValue
        000DUSRecommendedDisplayCIELabValue 000EUSMaximumFractionalValue 000FSQSegmentedPropertyTypeCodeSequence
        0010CSSegmentationFractionalType 0011SQSegmentedPropertyTypeModifierCodeSequence 0012SQUsedSegmentsSequence
        0013CSSegmentsOverlap 0020UTTrackingID 0021UITrackingUID
        >0064 0002SQDeformableRegistrationSequence 0003UISourceFrameOfReferenceUID
        0005SQDeformableRegistrationGridSequence 0007ULGridDimensions 0008FDGridResolution 0009OFVectorGridData
        000FSQPreDeformationMatrixRegistrationSequence 0010SQPostDeformationMatrixRegistrationSequence
        >0066 0001ULNumberOfSurfaces 0002SQSurfaceSequence 0003ULSurfaceNumber 0004LTSurfaceComments
        0009CSSurfaceProcessing 000AFLSurfaceProcessingRatio 000BLOSurfaceProcessingDescription
        000CFLRecommendedPresentationOpacity 000DCSRecommendedPresentationType 000ECSFiniteVolume 0010CSManifold
        0011SQSurfacePointsSequence 0012SQSurfacePointsNormalsSequence 0013SQSurfaceMeshPrimitivesSequence
        0015ULNumberOfSurfacePoints 0016OFPointCoordinatesData 0017FLPointPositionAccuracy 0018FLMeanPointDistance
        0019FLMaximumPointDistance 001AFLPointsBoundingBoxCoordinates 001BFLAxisOfRotation 001CFLCenterOfRotation
        001EULNumberOfVectors 001FUSVectorDimensionality 0020FLVectorAccuracy 0021OFVectorCoordinateData
        0022ODDoublePointCoordinatesData 0023OWTrianglePointIndexList 0024OWEdgePointIndexList
        0025OWVertexPointIndexList 0026SQTriangleStripSequence 0027SQTriangleFanSequence 0028SQLineSequence
        0029OWPrimitivePointIndexList 002AULSurfaceCount 002BSQReferencedSurfaceSequence 002CULReferencedSurfaceNumber
        002DSQSegmentSurfaceGenerationAlgorithmIdentificationSequence 002ESQSegmentSurfaceSourceInstanceSequence
        002FSQAlgorithmFamilyCodeSequence 0030SQAlgorithmNameCodeSequence 0031LOAlgorithmVersion
        0032LTAlgorithmParameters 0034SQFacetSequence 0035SQSurfaceProcessingAlgorithmIdentificationSequence
        0036LOAlgorithmName 0037FLRecommendedPointRadius 0038FLRecommendedLineThickness
        0040OLLongPrimitivePointIndexList 0041OLLongTrianglePointIndexList 0042OLLongEdgePointIndexList
        0043OLLongVertexPointIndexList 0101SQTrackSetSequence 0102SQTrackSequence
        0103OWRecommendedDisplayCIELabValueList 0104SQTrackingAlgorithmIdentificationSequence 0105ULTrackSetNumber
        0106LOTrackSetLabel 0107UTTrackSetDescription 0108SQTrackSetAnatomicalTypeCodeSequence
        0121SQMeasurementsSequence 0124SQTrackSetStatisticsSequence 0125OFFloatingPointValues 0129OLTrackPointIndexList
        0130SQTrackStatisticsSequence 0132SQMeasurementValuesSequence 0133SQDiffusionAcquisitionCodeSequence
        0134SQDiffusionModelCodeSequence
        >0068 6210LOImplantSize 6221LOImplantTemplateVersion 6222SQReplacedImplantTemplateSequence 6223CSImplantType
        6224SQDerivationImplantTemplateSequence 6225SQOriginalImplantTemplateSequence 6226DTEffectiveDateTime
        6230SQImplantTargetAnatomySequence 6260SQInformationFromManufacturerSequence
        6265SQNotificationFromManufacturerSequence 6270DTInformationIssueDateTime 6280STInformationSummary
        62A0SQImplantRegulatoryDisapprovalCodeSequence 62A5FDOverallTemplateSpatialTolerance 62C0SQHPGLDocumentSequence
        62D0USHPGLDocumentID 62D5LOHPGLDocumentLabel 62E0SQViewOrientationCodeSequence
        62F0SQViewOrientationModifierCodeSequence 62F2FDHPGLDocumentScaling 6300OBHPGLDocument
        6310USHPGLContourPenNumber 6320SQHPGLPenSequence 6330USHPGLPenNumber 6340LOHPGLPenLabel 6345STHPGLPenDescription
        6346FDRecommendedRotationPoint 6347FDBoundingRectangle 6350USImplantTemplate3DModelSurfaceNumber
        6360SQSurfaceModelDescriptionSequence 6380LOSurfaceModelLabel 6390FDSurfaceModelScalingFactor
        63A0SQMaterialsCodeSequence 63A4SQCoatingMaterialsCodeSequence 63A8SQImplantTypeCodeSequence
        63ACSQFixationMethodCodeSequence 63B0SQMatingFeatureSetsSequence 63C0USMatingFeatureSetID
        63D0LOMatingFeatureSetLabel 63E0SQMatingFeatureSequence 63F0USMatingFeatureID
        6400SQMatingFeatureDegreeOfFreedomSequence 6410USDegreeOfFreedomID 6420CSDegreeOfFreedomType
        6430SQTwoDMatingFeatureCoordinatesSequence 6440USReferencedHPGLDocumentID 6450FDTwoDMatingPoint
        6460FDTwoDMatingAxes 6470SQTwoDDegreeOfFreedomSequence 6490FDThreeDDegreeOfFreedomAxis 64A0FDRangeOfFreedom
        64C0FDThreeDMatingPoint 64D0FDThreeDMatingAxes 64F0FDTwoDDegreeOfFreedomAxis 6500SQPlanningLandmarkPointSequence
        6510SQPlanningLandmarkLineSequence 6520SQPlanningLandmarkPlaneSequence 6530USPlanningLandmarkID
        6540LOPlanningLandmarkDescription 6545SQPlanningLandmarkIdentificationCodeSequence
        6550SQTwoDPointCoordinatesSequence 6560FDTwoDPointCoordinates 6590FDThreeDPointCoordinates
        65A0SQTwoDLineCoordinatesSequence 65B0FDTwoDLineCoordinates 65D0FDThreeDLineCoordinates
        65E0SQTwoDPlaneCoordinatesSequence 65F0FDTwoDPlaneIntersection 6610FDThreeDPlaneOrigin 6620FDThreeDPlaneNormal
        7001CSModelModification 7002CSModelMirroring 7003SQModelUsageCodeSequence 7004UIModelGroupUID
        7005URRelativeURIReferenceWithinEncapsulatedDocument
        >006A 0001CSAnnotationCoordinateType 0002SQAnnotationGroupSequence 0003UIAnnotationGroupUID
        0005LOAnnotationGroupLabel 0006UTAnnotationGroupDescription 0007CSAnnotationGroupGenerationType
        0008SQAnnotationGroupAlgorithmIdentificationSequence 0009SQAnnotationPropertyCategoryCodeSequence
        000ASQAnnotationPropertyTypeCodeSequence 000BSQAnnotationPropertyTypeModifierCodeSequence
        000CULNumberOfAnnotations 000DCSAnnotationAppliesToAllOpticalPaths 000ESHReferencedOpticalPathIdentifier
        000FCSAnnotationAppliesToAllZPlanes 0010FDCommonZCoordinateValue 0011OLAnnotationIndexList
        >0070 0001SQGraphicAnnotationSequence 0002CSGraphicLayer 0003CSBoundingBoxAnnotationUnits
        0004CSAnchorPointAnnotationUnits 0005CSGraphicAnnotationUnits 0006STUnformattedTextValue
        0008SQTextObjectSequence 0009SQGraphicObjectSequence 0010FLBoundingBoxTopLeftHandCorner
        0011FLBoundingBoxBottomRightHandCorner 0012CSBoundingBoxTextHorizontalJustification 0014FLAnchorPoint
        0015CSAnchorPointVisibility 0020USGraphicDimensions 0021USNumberOfGraphicPoints 0022FLGraphicData
        0023CSGraphicType 0024CSGraphicFilled 0040ISImageRotationRetired 0041CSImageHorizontalFlip 0042USImageRotation
        0050USDisplayedAreaTopLeftHandCornerTrial 0051USDisplayedAreaBottomRightHandCornerTrial
        0052SLDisplayedAreaTopLeftHandCorner 0053SLDisplayedAreaBottomRightHandCorner
        005ASQDisplayedAreaSelectionSequence 0060SQGraphicLayerSequence 0062ISGraphicLayerOrder
        0066USGraphicLayerRecommendedDisplayGrayscaleValue 0067USGraphicLayerRecommendedDisplayRGBValue
        0068LOGraphicLayerDescription 0080CSContentLabel 0081LOContentDescription 0082DAPresentationCreationDate
        0083TMPresentationCreationTime 0084PNContentCreatorName 0086SQContentCreatorIdentificationCodeSequence
        0087SQAlternateContentDescriptionSequence 0100CSPresentationSizeMode 0101DSPresentationPixelSpacing
        0102ISPresentationPixelAspectRatio 0103FLPresentationPixelMagnificationRatio 0207LOGraphicGroupLabel
        0208STGraphicGroupDescription 0209SQCompoundGraphicSequence 0226ULCompoundGraphicInstanceID 0227LOFontName
        0228CSFontNameType 0229LOCSSFontName 0230FDRotationAngle 0231SQTextStyleSequence 0232SQLineStyleSequence
        0233SQFillStyleSequence 0234SQGraphicGroupSequence 0241USTextColorCIELabValue 0242CSHorizontalAlignment
        0243CSVerticalAlignment 0244CSShadowStyle 0245FLShadowOffsetX 0246FLShadowOffsetY 0247USShadowColorCIELabValue
        0248CSUnderlined 0249CSBold 0250CSItalic 0251USPatternOnColorCIELabValue 0252USPatternOffColorCIELabValue
        0253FLLineThickness 0254CSLineDashingStyle 0255ULLinePattern 0256OBFillPattern 0257CSFillMode
        0258FLShadowOpacity 0261FLGapLength 0262FLDiameterOfVisibility 0273FLRotationPoint 0274CSTickAlignment
        0278CSShowTickLabel 0279CSTickLabelAlignment 0282CSCompoundGraphicUnits 0284FLPatternOnOpacity
        0285FLPatternOffOpacity 0287SQMajorTicksSequence 0288FLTickPosition 0289SHTickLabel 0294CSCompoundGraphicType
        0295ULGraphicGroupID 0306CSShapeType 0308SQRegistrationSequence 0309SQMatrixRegistrationSequence
        030ASQMatrixSequence 030BFDFrameOfReferenceToDisplayedCoordinateSystemTransformationMatrix
        030CCSFrameOfReferenceTransformationMatrixType 030DSQRegistrationTypeCodeSequence 030FSTFiducialDescription
        0310SHFiducialIdentifier 0311SQFiducialIdentifierCodeSequence 0312FDContourUncertaintyRadius
        0314SQUsedFiducialsSequence 0315SQUsedRTStructureSetROISequence 0318SQGraphicCoordinatesDataSequence
        031AUIFiducialUID 031BUIReferencedFiducialUID 031CSQFiducialSetSequence 031ESQFiducialSequence
        031FSQFiducialsPropertyCategoryCodeSequence 0401USGraphicLayerRecommendedDisplayCIELabValue
        0402SQBlendingSequence 0403FLRelativeOpacity 0404SQReferencedSpatialRegistrationSequence 0405CSBlendingPosition
        1101UIPresentationDisplayCollectionUID 1102UIPresentationSequenceCollectionUID
        1103USPresentationSequencePositionIndex 1104SQRenderedImageReferenceSequence
        1201SQVolumetricPresentationStateInputSequence 1202CSPresentationInputType 1203USInputSequencePositionIndex
        1204CSCrop 1205USCroppingSpecificationIndex 1206CSCompositingMethod 1207USVolumetricPresentationInputNumber
        1208CSImageVolumeGeometry 1209UIVolumetricPresentationInputSetUID 120ASQVolumetricPresentationInputSetSequence
        120BCSGlobalCrop 120CUSGlobalCroppingSpecificationIndex 120DCSRenderingMethod 1301SQVolumeCroppingSequence
        1302CSVolumeCroppingMethod 1303FDBoundingBoxCrop 1304SQObliqueCroppingPlaneSequence 1305FDPlane
        1306FDPlaneNormal 1309USCroppingSpecificationNumber 1501CSMultiPlanarReconstructionStyle 1502CSMPRThicknessType
        1503FDMPRSlabThickness 1505FDMPRTopLeftHandCorner 1507FDMPRViewWidthDirection 1508FDMPRViewWidth
        150CULNumberOfVolumetricCurvePoints 150DODVolumetricCurvePoints 1511FDMPRViewHeightDirection 1512FDMPRViewHeight
        1602CSRenderProjection 1603FDViewpointPosition 1604FDViewpointLookAtPoint 1605FDViewpointUpDirection
        1606FDRenderFieldOfView 1607FDSamplingStepSize 1701CSShadingStyle 1702FDAmbientReflectionIntensity
        1703FDLightDirection 1704FDDiffuseReflectionIntensity 1705FDSpecularReflectionIntensity 1706FDShininess
        1801SQPresentationStateClassificationComponentSequence 1802CSComponentType 1803SQComponentInputSequence
        1804USVolumetricPresentationInputIndex 1805SQPresentationStateCompositorComponentSequence
        1806SQWeightingTransferFunctionSequence 1807USWeightingLookupTableDescriptor 1808OBWeightingLookupTableData
        1901SQVolumetricAnnotationSequence 1903SQReferencedStructuredContextSequence 1904UIReferencedContentItem
        1905SQVolumetricPresentationInputAnnotationSequence 1907CSAnnotationClipping 1A01CSPresentationAnimationStyle
        1A03FDRecommendedAnimationRate 1A04SQAnimationCurveSequence 1A05FDAnimationStepSize 1A06FDSwivelRange
        1A07ODVolumetricCurveUpDirections 1A08SQVolumeStreamSequence 1A09LORGBATransferFunctionDescription
        1B01SQAdvancedBlendingSequence 1B02USBlendingInputNumber 1B03SQBlendingDisplayInputSequence
        1B04SQBlendingDisplaySequence 1B06CSBlendingMode 1B07CSTimeSeriesBlending 1B08CSGeometryForDisplay
        1B11SQThresholdSequence 1B12SQThresholdValueSequence 1B13CSThresholdType 1B14FDThresholdValue
        >0072 0002SHHangingProtocolName 0004LOHangingProtocolDescription 0006CSHangingProtocolLevel
        0008LOHangingProtocolCreator 000ADTHangingProtocolCreationDateTime 000CSQHangingProtocolDefinitionSequence
        000ESQHangingProtocolUserIdentificationCodeSequence 0010LOHangingProtocolUserGroupName
        0012SQSourceHangingProtocolSequence 0014USNumberOfPriorsReferenced 0020SQImageSetsSequence
        0022SQImageSetSelectorSequence 0024CSImageSetSelectorUsageFlag 0026ATSelectorAttribute 0028USSelectorValueNumber
        0030SQTimeBasedImageSetsSequence 0032USImageSetNumber 0034CSImageSetSelectorCategory 0038USRelativeTime
        003ACSRelativeTimeUnits 003CSSAbstractPriorValue 003ESQAbstractPriorCodeSequence 0040LOImageSetLabel
        0050CSSelectorAttributeVR 0052ATSelectorSequencePointer 0054LOSelectorSequencePointerPrivateCreator
        0056LOSelectorAttributePrivateCreator 005EAESelectorAEValue 005FASSelectorASValue 0060ATSelectorATValue
        0061DASelectorDAValue 0062CSSelectorCSValue 0063DTSelectorDTValue 0064ISSelectorISValue 0065OBSelectorOBValue
        0066LOSelectorLOValue 0067OFSelectorOFValue 0068LTSelectorLTValue 0069OWSelectorOWValue 006APNSelectorPNValue
        006BTMSelectorTMValue 006CSHSelectorSHValue 006DUNSelectorUNValue 006ESTSelectorSTValue 006FUCSelectorUCValue
        0070UTSelectorUTValue 0071URSelectorURValue 0072DSSelectorDSValue 0073ODSelectorODValue 0074FDSelectorFDValue
        0075OLSelectorOLValue 0076FLSelectorFLValue 0078ULSelectorULValue 007AUSSelectorUSValue 007CSLSelectorSLValue
        007ESSSelectorSSValue 007FUISelectorUIValue 0080SQSelectorCodeSequenceValue 0081OVSelectorOVValue
        0082SVSelectorSVValue 0083UVSelectorUVValue 0100USNumberOfScreens 0102SQNominalScreenDefinitionSequence
        0104USNumberOfVerticalPixels 0106USNumberOfHorizontalPixels 0108FDDisplayEnvironmentSpatialPosition
        010AUSScreenMinimumGrayscaleBitDepth 010CUSScreenMinimumColorBitDepth 010EUSApplicationMaximumRepaintTime
        0200SQDisplaySetsSequence 0202USDisplaySetNumber 0203LODisplaySetLabel 0204USDisplaySetPresentationGroup
        0206LODisplaySetPresentationGroupDescription 0208CSPartialDataDisplayHandling
        0210SQSynchronizedScrollingSequence 0212USDisplaySetScrollingGroup 0214SQNavigationIndicatorSequence
        0216USNavigationDisplaySet 0218USReferenceDisplaySets 0300SQImageBoxesSequence 0302USImageBoxNumber
        0304CSImageBoxLayoutType 0306USImageBoxTileHorizontalDimension 0308USImageBoxTileVerticalDimension
        0310CSImageBoxScrollDirection 0312CSImageBoxSmallScrollType 0314USImageBoxSmallScrollAmount
        0316CSImageBoxLargeScrollType 0318USImageBoxLargeScrollAmount 0320USImageBoxOverlapPriority
        0330FDCineRelativeToRealTime 0400SQFilterOperationsSequence 0402CSFilterByCategory
        0404CSFilterByAttributePresence 0406CSFilterByOperator 0420USStructuredDisplayBackgroundCIELabValue
        0421USEmptyImageBoxCIELabValue 0422SQStructuredDisplayImageBoxSequence 0424SQStructuredDisplayTextBoxSequence
        0427SQReferencedFirstFrameSequence 0430SQImageBoxSynchronizationSequence 0432USSynchronizedImageBoxList
        0434CSTypeOfSynchronization 0500CSBlendingOperationType 0510CSReformattingOperationType
        0512FDReformattingThickness 0514FDReformattingInterval 0516CSReformattingOperationInitialViewDirection
        0520CSThreeDRenderingType 0600SQSortingOperationsSequence 0602CSSortByCategory 0604CSSortingDirection
        0700CSDisplaySetPatientOrientation 0702CSVOIType 0704CSPseudoColorType
        0705SQPseudoColorPaletteInstanceReferenceSequence 0706CSShowGrayscaleInverted 0710CSShowImageTrueSizeFlag
        0712CSShowGraphicAnnotationFlag 0714CSShowPatientDemographicsFlag 0716CSShowAcquisitionTechniquesFlag
        0717CSDisplaySetHorizontalJustification 0718CSDisplaySetVerticalJustification
        >0074 0120FDContinuationStartMeterset 0121FDContinuationEndMeterset 1000CSProcedureStepState
        1002SQProcedureStepProgressInformationSequence 1004DSProcedureStepProgress
        1006STProcedureStepProgressDescription 1007SQProcedureStepProgressParametersSequence
        1008SQProcedureStepCommunicationsURISequence 100AURContactURI 100CLOContactDisplayName
        100ESQProcedureStepDiscontinuationReasonCodeSequence 1020SQBeamTaskSequence 1022CSBeamTaskType
        1024ISBeamOrderIndexTrial 1025CSAutosequenceFlag 1026FDTableTopVerticalAdjustedPosition
        1027FDTableTopLongitudinalAdjustedPosition 1028FDTableTopLateralAdjustedPosition
        102AFDPatientSupportAdjustedAngle 102BFDTableTopEccentricAdjustedAngle 102CFDTableTopPitchAdjustedAngle
        102DFDTableTopRollAdjustedAngle 1030SQDeliveryVerificationImageSequence 1032CSVerificationImageTiming
        1034CSDoubleExposureFlag 1036CSDoubleExposureOrdering 1038DSDoubleExposureMetersetTrial
        103ADSDoubleExposureFieldDeltaTrial 1040SQRelatedReferenceRTImageSequence
        1042SQGeneralMachineVerificationSequence 1044SQConventionalMachineVerificationSequence
        1046SQIonMachineVerificationSequence 1048SQFailedAttributesSequence 104ASQOverriddenAttributesSequence
        104CSQConventionalControlPointVerificationSequence 104ESQIonControlPointVerificationSequence
        1050SQAttributeOccurrenceSequence 1052ATAttributeOccurrencePointer 1054ULAttributeItemSelector
        1056LOAttributeOccurrencePrivateCreator 1057ISSelectorSequencePointerItems 1200CSScheduledProcedureStepPriority
        1202LOWorklistLabel 1204LOProcedureStepLabel 1210SQScheduledProcessingParametersSequence
        1212SQPerformedProcessingParametersSequence 1216SQUnifiedProcedureStepPerformedProcedureSequence
        1220SQRelatedProcedureStepSequence 1222LOProcedureStepRelationshipType 1224SQReplacedProcedureStepSequence
        1230LODeletionLock 1234AEReceivingAE 1236AERequestingAE 1238LTReasonForCancellation 1242CSSCPStatus
        1244CSSubscriptionListStatus 1246CSUnifiedProcedureStepListStatus 1324ULBeamOrderIndex
        1338FDDoubleExposureMeterset 133AFDDoubleExposureFieldDelta 1401SQBrachyTaskSequence
        1402DSContinuationStartTotalReferenceAirKerma 1403DSContinuationEndTotalReferenceAirKerma
        1404ISContinuationPulseNumber 1405SQChannelDeliveryOrderSequence 1406ISReferencedChannelNumber
        1407DSStartCumulativeTimeWeight 1408DSEndCumulativeTimeWeight 1409SQOmittedChannelSequence
        140ACSReasonForChannelOmission 140BLOReasonForChannelOmissionDescription 140CISChannelDeliveryOrderIndex
        140DSQChannelDeliveryContinuationSequence 140ESQOmittedApplicationSetupSequence
        >0076 0001LOImplantAssemblyTemplateName 0003LOImplantAssemblyTemplateIssuer 0006LOImplantAssemblyTemplateVersion
        0008SQReplacedImplantAssemblyTemplateSequence 000ACSImplantAssemblyTemplateType
        000CSQOriginalImplantAssemblyTemplateSequence 000ESQDerivationImplantAssemblyTemplateSequence
        0010SQImplantAssemblyTemplateTargetAnatomySequence 0020SQProcedureTypeCodeSequence 0030LOSurgicalTechnique
        0032SQComponentTypesSequence 0034SQComponentTypeCodeSequence 0036CSExclusiveComponentType
        0038CSMandatoryComponentType 0040SQComponentSequence 0055USComponentID 0060SQComponentAssemblySequence
        0070USComponent1ReferencedID 0080USComponent1ReferencedMatingFeatureSetID
        0090USComponent1ReferencedMatingFeatureID 00A0USComponent2ReferencedID
        00B0USComponent2ReferencedMatingFeatureSetID 00C0USComponent2ReferencedMatingFeatureID
        >0078 0001LOImplantTemplateGroupName 0010STImplantTemplateGroupDescription 0020LOImplantTemplateGroupIssuer
        0024LOImplantTemplateGroupVersion 0026SQReplacedImplantTemplateGroupSequence
        0028SQImplantTemplateGroupTargetAnatomySequence 002ASQImplantTemplateGroupMembersSequence
        002EUSImplantTemplateGroupMemberID 0050FDThreeDImplantTemplateGroupMemberMatchingPoint
        0060FDThreeDImplantTemplateGroupMemberMatchingAxes 0070SQImplantTemplateGroupMemberMatching2DCoordinatesSequence
        0090FDTwoDImplantTemplateGroupMemberMatchingPoint 00A0FDTwoDImplantTemplateGroupMemberMatchingAxes
        00B0SQImplantTemplateGroupVariationDimensionSequence 00B2LOImplantTemplateGroupVariationDimensionName
        00B4SQImplantTemplateGroupVariationDimensionRankSequence 00B6USReferencedImplantTemplateGroupMemberID
        00B8USImplantTemplateGroupVariationDimensionRank
        >0080 0001SQSurfaceScanAcquisitionTypeCodeSequence 0002SQSurfaceScanModeCodeSequence
        0003SQRegistrationMethodCodeSequence 0004FDShotDurationTime 0005FDShotOffsetTime
        0006USSurfacePointPresentationValueData 0007USSurfacePointColorCIELabValueData 0008SQUVMappingSequence
        0009SHTextureLabel 0010OFUValueData 0011OFVValueData 0012SQReferencedTextureSequence
        0013SQReferencedSurfaceDataSequence
        >0082 0001CSAssessmentSummary 0003UTAssessmentSummaryDescription 0004SQAssessedSOPInstanceSequence
        0005SQReferencedComparisonSOPInstanceSequence 0006ULNumberOfAssessmentObservations
        0007SQAssessmentObservationsSequence 0008CSObservationSignificance 000AUTObservationDescription
        000CSQStructuredConstraintObservationSequence 0010SQAssessedAttributeValueSequence 0016LOAssessmentSetID
        0017SQAssessmentRequesterSequence 0018LOSelectorAttributeName 0019LOSelectorAttributeKeyword
        0021SQAssessmentTypeCodeSequence 0022SQObservationBasisCodeSequence 0023LOAssessmentLabel 0032CSConstraintType
        0033UTSpecificationSelectionGuidance 0034SQConstraintValueSequence 0035SQRecommendedDefaultValueSequence
        0036CSConstraintViolationSignificance 0037UTConstraintViolationCondition 0038CSModifiableConstraintFlag
        >0088 0130SHStorageMediaFileSetID 0140UIStorageMediaFileSetUID 0200SQIconImageSequence 0904LOTopicTitle
        0906STTopicSubject 0910LOTopicAuthor 0912LOTopicKeywords
        >0100 0410CSSOPInstanceStatus 0420DTSOPAuthorizationDateTime 0424LTSOPAuthorizationComment
        0426LOAuthorizationEquipmentCertificationNumber
        >0400 0005USMACIDNumber 0010UIMACCalculationTransferSyntaxUID 0015CSMACAlgorithm 0020ATDataElementsSigned
        0100UIDigitalSignatureUID 0105DTDigitalSignatureDateTime 0110CSCertificateType 0115OBCertificateOfSigner
        0120OBSignature 0305CSCertifiedTimestampType 0310OBCertifiedTimestamp 0401SQDigitalSignaturePurposeCodeSequence
        0402SQReferencedDigitalSignatureSequence 0403SQReferencedSOPInstanceMACSequence 0404OBMAC
        0500SQEncryptedAttributesSequence 0510UIEncryptedContentTransferSyntaxUID 0520OBEncryptedContent
        0550SQModifiedAttributesSequence 0551SQNonconformingModifiedAttributesSequence
        0552OBNonconformingDataElementValue 0561SQOriginalAttributesSequence 0562DTAttributeModificationDateTime
        0563LOModifyingSystem 0564LOSourceOfPreviousValues 0565CSReasonForTheAttributeModification
        0600CSInstanceOriginStatus
        >2000 0010ISNumberOfCopies 001ESQPrinterConfigurationSequence 0020CSPrintPriority 0030CSMediumType
        0040CSFilmDestination 0050LOFilmSessionLabel 0060ISMemoryAllocation 0061ISMaximumMemoryAllocation
        0062CSColorImagePrintingFlag 0063CSCollationFlag 0065CSAnnotationFlag 0067CSImageOverlayFlag
        0069CSPresentationLUTFlag 006ACSImageBoxPresentationLUTFlag 00A0USMemoryBitDepth 00A1USPrintingBitDepth
        00A2SQMediaInstalledSequence 00A4SQOtherMediaAvailableSequence 00A8SQSupportedImageDisplayFormatsSequence
        0500SQReferencedFilmBoxSequence 0510SQReferencedStoredPrintSequence
        >2010 0010STImageDisplayFormat 0030CSAnnotationDisplayFormatID 0040CSFilmOrientation 0050CSFilmSizeID
        0052CSPrinterResolutionID 0054CSDefaultPrinterResolutionID 0060CSMagnificationType 0080CSSmoothingType
        00A6CSDefaultMagnificationType 00A7CSOtherMagnificationTypesAvailable 00A8CSDefaultSmoothingType
        00A9CSOtherSmoothingTypesAvailable 0100CSBorderDensity 0110CSEmptyImageDensity 0120USMinDensity 0130USMaxDensity
        0140CSTrim 0150STConfigurationInformation 0152LTConfigurationInformationDescription 0154ISMaximumCollatedFilms
        015EUSIllumination 0160USReflectedAmbientLight 0376DSPrinterPixelSpacing 0500SQReferencedFilmSessionSequence
        0510SQReferencedImageBoxSequence 0520SQReferencedBasicAnnotationBoxSequence
        >2020 0010USImageBoxPosition 0020CSPolarity 0030DSRequestedImageSize 0040CSRequestedDecimateCropBehavior
        0050CSRequestedResolutionID 00A0CSRequestedImageSizeFlag 00A2CSDecimateCropResult
        0110SQBasicGrayscaleImageSequence 0111SQBasicColorImageSequence 0130SQReferencedImageOverlayBoxSequence
        0140SQReferencedVOILUTBoxSequence
        >2030 0010USAnnotationPosition 0020LOTextString
        >2040 0010SQReferencedOverlayPlaneSequence 0011USReferencedOverlayPlaneGroups 0020SQOverlayPixelDataSequence
        0060CSOverlayMagnificationType 0070CSOverlaySmoothingType 0072CSOverlayOrImageMagnification
        0074USMagnifyToNumberOfColumns 0080CSOverlayForegroundDensity 0082CSOverlayBackgroundDensity 0090CSOverlayMode
        0100CSThresholdDensity 0500SQReferencedImageBoxSequenceRetired
        >2050 0010SQPresentationLUTSequence 0020CSPresentationLUTShape 0500SQReferencedPresentationLUTSequence
        >2100 0010SHPrintJobID 0020CSExecutionStatus 0030CSExecutionStatusInfo 0040DACreationDate 0050TMCreationTime
        0070AEOriginator 0140AEDestinationAE 0160SHOwnerID 0170ISNumberOfFilms
        0500SQReferencedPrintJobSequencePullStoredPrint
        >2110 0010CSPrinterStatus 0020CSPrinterStatusInfo 0030LOPrinterName 0099SHPrintQueueID
        >2120 0010CSQueueStatus 0050SQPrintJobDescriptionSequence 0070SQReferencedPrintJobSequence
        >2130 0010SQPrintManagementCapabilitiesSequence 0015SQPrinterCharacteristicsSequence
        0030SQFilmBoxContentSequence 0040SQImageBoxContentSequence 0050SQAnnotationContentSequence
        0060SQImageOverlayBoxContentSequence 0080SQPresentationLUTContentSequence 00A0SQProposedStudySequence
        00C0SQOriginalImageSequence
        >2200 0001CSLabelUsingInformationExtractedFromInstances 0002UTLabelText 0003CSLabelStyleSelection
        0004LTMediaDisposition 0005LTBarcodeValue 0006CSBarcodeSymbology 0007CSAllowMediaSplitting
        0008CSIncludeNonDICOMObjects 0009CSIncludeDisplayApplication 000ACSPreserveCompositeInstancesAfterMediaCreation
        000BUSTotalNumberOfPiecesOfMediaCreated 000CLORequestedMediaApplicationProfile
        000DSQReferencedStorageMediaSequence 000EATFailureAttributes 000FCSAllowLossyCompression 0020CSRequestPriority
        """
}
